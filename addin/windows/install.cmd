@echo off
chcp 936 >nul
title 安装项目督导
if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto narrow
if not exist "%~dp0py\python.exe" goto packed
"%~dp0py\python.exe" -B -m addin.windows.install
if "%ERRORLEVEL%"=="0" goto end
if "%ERRORLEVEL%"=="2" goto end
if "%ERRORLEVEL%"=="3" goto end
:broken
echo Python 没能启动。本程序要 64 位的 Windows 8.1 或更新的 Windows；
echo 也可能被杀毒软件拦住，请添加信任后再运行一次。
goto end
:packed
echo 请先把压缩包全部解压到一个文件夹，再运行其中的 install.cmd。
goto end
:narrow
echo 这台电脑是 32 位的 Windows，本程序要 64 位的 Windows 8.1 或更新的 Windows。
:end
echo.
if /i not "%~1"=="/quiet" pause
